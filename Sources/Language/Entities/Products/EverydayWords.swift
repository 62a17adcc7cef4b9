extension CommonWords {
    /// More English words one reads every day; a name they happen to be near to was not meant.
    static let everyday = Phrases(
        words: """
            abroad accent accept accepted access according account accounts accurate acid action activate
            activated activity actual added adding adhesive adjust admin advance advise africa agency agent
            agents agreement ahead airlines airport alarm alert alerts allow allowed alright america
            american angry animals annual anymore anywhere apology appear appeared appears 
            apples applied apply applying approve approved area arrange arrivals arrive arrived arrives
            asap asia asking assist assistant attached attempted attitude austin australia authorize
            auto automatic autumn average aware awesome awful axis baby backup badly bags bake baking
            balance bananas bank barcode based bathroom beatles become beef begin believe benefits
            bigger bill billing bills birth birthday black blank block blocked blue board boarding book
            booked boots born boss bottles bottom branch branches brand brazil breast bring british brochure
            broke budget build built bulk bundle burger busy butter button buyer buyers
            cairo cake calculate calendar calibrate callback calling calorie calories cancel canceled
            cancelled cannot cant capacity capital card cards care carl r carrots carry cars
            cart carton cash catalog catalogue cats cause cell cellphone central centre certain
            certified chairs changing charge charged charges charging chat cheaper cheapest cheated checking
            checkout cheers cheese chemicals cheque chicken child children chile chili chocolate
            choose choosing tmas city claim clean cleaner cleaning clear clearance cleared
            clearly click closed closest clue coats code coffee coin cold colleague collect college
            colours coming compare complain complaint complete completed computer concerned
            concierge configure confirm confirmed confused connect contacted container content contract
            convert converter conveyor cook cookie cookies cool copy cork correct correctly 
            count countries country couple coupon coupons courier covered cracked crane crashes crate crazy
            cream create created credit credited crypto cups currency current curtain curtains custom
            customs cutter dairy damage damaged datasheet daughter dead deal dealer dealers deals
            debit decent decide decided decline declined declining decrease deducted default defective
            define degreaser delay delayed delete delta demand demo denied deposit deposited depot design
            desk desks detroit dial dice didn didnt dinner direct directly director disaster discover
            discovery discuss dish dishes dispatch display dispute divided doctor doctors doesn doesnt dogs
            dollar dollars dont door doors dosing download drop dropped drum drums dubai dublin duplicate
            earlier earliest earn earned easter eating economy edit eggs electric emails employee employees
            employer enable encoder encoders engine engineer engineers england enjoy enrolled enter entered
            epoxy erector error escalate estimate estimated ethernet europe european evans event events
            exact example excellent exchange exchanged exchanges excuses exist existing expect expected
            expecting expensive expire expired expires expiring explain export express extend extended extra
            extremely fact factor facts failing fair falls false familiar family fasteners faster fault
            faulty favorite favourite feature features federal feel fees feet fell female fiat figure
            figuring file fill filler filling film final finance finding finished firm firmware fixed flange
            flat flight flights flip floor flour flow flying follow following food football forecast foreign
            forever forget forgot forklift form formal forms forward forwarder founded fraud freeze freezer
            frequent fridge friend friends fries frozen fuel fume function fund funds funny furniture future
            gallon game garden gateway gearbox gift gifts giving gloves glue going goodbye gotta gotten
            grams greetings grey grill gripper groceries grocery group guarantee guess guest guide gutter
            gutters guys hacked haha hand handle handled handles happen happened happening happens hard hasn
            hate haven hawaii head heads health healthy hear heard heating helmets helpful helping higher
            highway hill hinges history hobbies hold holding holes holiday holidays home honestly hood hope
            horrible hose hospital hotel hotline human hurt iban idea ideas identify identity ihop improve
            inch inches include included income incorrect increase increased industry inform initial input
            inputs insurance interbank interest internet introduce invalid iphone ireland issued jacket
            james jazz joke jokes josh jude jump kentucky kenya kestrel kevin keyboard kids kilos kindly
            king knife knock korea label labeller labels lamp land landing landlord language lasagna lately
            latest launch launched laundry lawyer layer layers lead learn leave leaving leeds lens letter
            letting liberty licence licences license lied life lift lights limit limits linear lined link
            linkedin lisa lisbon list listed listen listening litre little live load lobster local locate
            located location locations lock locked logged login logo longer looked lose losing lost louder
            love lower lowest loyalty luggage lunch lyon macaroni mailed male mall manager mark market
            marketing married mashed mate material math matter maximum mcdonalds meal mean meaning means
            mechanic meet meeting meetings melbourne member menu merchant message messages metal meter
            meters methods metre mexican michael middle mileage miles milk mind minimum misplaced missed
            missing mistake mobile modbus mode modify module modules mombasa moment monthly moon mortgage
            mother move moved movie movies mower mugged multiple mumbai music myself nairobi nashville
            national navy nearby nearest nearly necessary needed needing needs negotiate newer newest news
            ningbo noise noon normal normally note noted notice noticed notify notting nutrition obtain
            official offline ohio olive once ones online oops opened opening opens operator operators option
            options origin original orlando ounces ourselves outback output oven overseas owner pack package
            packaging packing page pallet pallets papers parameter parcel park partial party pass passcode
            passed password pasta patience paycheck payday payload pays pendant pending pepper percent
            perfect perform period personal pesos pets phase photos physical pick picks pickup pizza placed
            plan planned plans plastic play playing playlist plcs plug plugs plus policy polo poor pork port
            portal porter position post posted potato potatoes pound pounds powder prefer prepare present
            press pressure pretty previous pricey private procedure proceed process processed profile
            profinet proforma program progress project promised promo promotion proof proper properly prove
            provide provided proximity pull pune purchase purchased purchases purpose putting python quality
            quantity quarter rain raise random range rate rates rating ratings read real realize reason
            reasons rebate recall receipt receiver receiving recent recipe recipient recognise recognize
            recommend redeem reduce refer reference reflect reflected refunded refused regarding regards
            register regular rejected release released releases remaining remember remind reminder reminders
            remove removed renew reno rent rental reorder repairs repeat report reported request requested
            require required reseller resend reserve reset resolve respond response rest result results
            returning reverse reversed revert reverted reviews reward rewards rice rights ring road roast
            robin rock roll rolled roller rolling rollover rolls rome room rooms root roundtrip route
            routing ruble rubles rude rules running runs russian ruth safe safety salad salary salesman salt
            sample samples sarah satisfied saved saving savings saying scada scam schedule scheduled school
            score screen seal sealer search season seated second seconds security seeing seem seems seller
            sense sepa separate serious servo setting settings setup shame shelf shenzhen shirts shoes
            shopping shots shouldn shower showing showroom shrink shut sick sided sign signal signed site
            sites skip sleep slower slowly smaller smart socket soda softer solar solve solved solvent
            somewhere song sort sorted sorter sorts soup sour source south southwest spaghetti speak speaker
            speaking special specific specs speech spell spelling spend spending spent split square stadium
            staff stainless standard standing star starbucks starting statement states station statue status
            stay stays steak steep step stepper steps stick stole stolen strange strapping stretch stuck
            student stuff stupid subjects submit submitted subway suddenly sugar suggest suitable summer
            supplied supplier suppliers supplies supply supported supposed sushi swallowed swap sweden swift
            taco tails taking talk talking tampa tank tape task tasks taxes teaspoons tech technical
            telephone terminate terms terrible text thai thailand thats thinking third thread throw throws
            ticket till timer timezone tire tired tires title todo tokyo tomato tonight topped topping topup
            torque touch tour tourist town trace track tracking trading traffic training transfer transfers
            transit translate trash travel traveling tray treated trial trip trivia trouble true trying
            tubes tune turin turkey turn turnover turns twice typically unblock unblocked unhappy uniform
            uniforms union united unknown unlock unsure unsync upcoming update updated upload urgently usaa
            useless user username users utilities vacation vaccines vacuum valid vehicle verified verify
            verifying version video vietnam virtual vision visit voice voltage volume voucher walk wallet
            wanna wanting warehouse warranty wasn waste website wechat weekend weekends weighing welcome
            welding west whats whatsapp whisper white wife wifi window windows wine wire wireless wiring
            wish withdraw withdrawl withdrawn withdrew women wonder wondering wont workshop workwear worried worst
            worth wouldn wrapper wrapping wrenches wrote yearly yourself zero zone
            """)
}
