extension Shop {
    /// What buyers ask who write English.
    static let english = """
        # en-moq
        What is your minimum order quantity?
        Do you have a MOQ?
        How many units do I have to buy at least?
        ? can i order just one piece
        ? is there a smallest amount you will ship
        > There is no minimum for catalogue sensors; custom cables start at 100 pieces.
        # en-sample
        Can I get a free sample?
        Do you send samples for testing?
        We would like to evaluate the product first
        ? could you ship us a test unit before we commit
        ? any chance to try it out
        > We lend evaluation kits for 30 days; only shipping is charged.
        # en-quote
        How do I request a quote?
        Please send me a quotation
        I need a formal offer on letterhead
        ? can somebody email me prices for 40 pcs
        ? procurement wants an official price sheet
        > Put the items in your cart and press "Request quote"; you get a PDF within a day.
        # en-volume-discount
        Do you offer volume discounts?
        Is it cheaper if I buy more?
        What is the price break at 500 units?
        ? we need 2k a month, whats the best you can do
        ? any rebate on large quantities
        > Prices drop at 50, 200 and 1,000 pieces; the steps are on each product page.
        # en-reseller
        How can I become a reseller?
        Do you have a distributor program?
        We want to sell your products in our country
        ? looking for a partnership in Poland
        ? do you give margins to dealers
        > Apply through the partner form; distributors need a local warehouse and trained staff.
        # en-payment-methods
        What payment methods do you accept?
        Can I pay by credit card?
        Do you take PayPal or wire transfer?
        ? is amex ok
        ? how should we send the money
        > Cards, bank transfer and PayPal; letters of credit from 20,000 dollars.
        # en-net-terms
        Can we get net 30 terms?
        Do you offer payment on account?
        How do I apply for a credit line?
        ? we only pay suppliers after 45 days
        ? can you invoice us later instead of prepay
        > After three prepaid orders you can apply for net 30 with a short credit form.
        # en-purchase-order
        Do you accept purchase orders?
        Where do I send our PO?
        Can I order with a PO number?
        ? our system spits out a po pdf, who gets it
        ? i don't want to use the shop, we buy by order document
        > Email the purchase order to orders@example.com; we confirm within one working day.
        # en-invoice-copy
        Where can I download my invoice?
        I need a copy of the invoice
        Please resend the bill for my last order
        ? lost the receipt, accounting is asking
        ? did not get any invoice by mail
        > All invoices are under Account, Documents, as PDF.
        # en-invoice-correction
        The company name on the invoice is wrong
        How can I correct my billing details?
        Can you reissue the invoice with our VAT number?
        ? wrong adress on the bill, need a new one
        ? you forgot our tax id
        > Write to billing with the invoice number; a corrected one is sent within two days.
        # en-vat
        Do I have to pay VAT?
        Are prices shown including tax?
        How do I get tax exempt status?
        ? is sales tax added at checkout
        ? we are a school, no taxes for us
        > Prices exclude VAT; enter a valid VAT number or upload an exemption certificate at checkout.
        # en-currency
        Which currencies can I pay in?
        Can I be billed in euros?
        Do you quote in US dollars?
        ? we'd like prices in pounds
        ? switch from usd to eur
        > Dollars, euros, pounds and yen; choose at the top right of the page.
        # en-lead-time
        What is the lead time?
        How long until my order ships?
        When can you deliver 200 units?
        ? need them by end of next month, doable?
        ? how fast do you make these
        > Stock items leave the same day before 3 pm, made to order parts take four weeks.
        # en-stock
        Is this item in stock?
        How many do you have available?
        When will it be back in stock?
        ? says sold out, any idea when there is more
        ? do you have 30 on the shelf right now
        > The product page shows live stock; press "Notify me" for items that are out.
        # en-expedite
        Can you expedite my order?
        Is express shipping available?
        We need it urgently, can it be faster?
        ? line is down, please overnight it
        ? what would next day cost
        > Choose express at checkout, next day in most of Europe for 29 euros.
        # en-shipping-cost
        How much is shipping?
        Is delivery free?
        Who pays the freight?
        ? what are the postage charges to Canada
        ? do i get free shipping over some amount
        > Shipping is free above 250 euros, otherwise 12 euros within Europe and by weight elsewhere.
        # en-tracking
        How can I track my order?
        Where is my package?
        I have not received a tracking number
        ? my parcel is stuck somewhere
        ? has it been shipped yet
        > The tracking link is in the shipping mail and under Account, Orders.
        # en-international
        Do you ship internationally?
        Can you deliver to Brazil?
        Which countries do you ship to?
        ? is australia possible
        ? do you send things outside the EU
        > We ship to more than 60 countries with DHL; embargoed countries are excluded.
        # en-customs
        Who pays import duties?
        Are customs charges included?
        What is the HS code of the product?
        ? dhl wants me to pay duty, why
        ? do you handle the import paperwork
        > Orders ship DAP: duties are paid by the recipient. Codes are printed on the invoice.
        # en-change-address
        Can I change the delivery address?
        I entered the wrong shipping address
        How do I ship to a different location?
        ? we moved, send it to the new office
        ? please redirect the parcel
        > Until the parcel leaves you can edit the address in your order; afterwards ask the carrier.
        # en-cancel
        How do I cancel my order?
        I ordered by mistake
        Can I cancel after paying?
        ? changed my mind, stop it please
        ? boss said no, how do i get out of this order
        > Press "Cancel" in the order until it is packed; the payment is returned at once.
        # en-change-order
        Can I add items to an existing order?
        How do I change the quantity?
        I picked the wrong model, can I swap it?
        ? make it 15 instead of 10
        ? forgot to include the brackets, can you put them in the same box
        > Orders can be edited until they are packed; reply to the confirmation mail.
        # en-return
        What is your return policy?
        How do I send an item back?
        Can I return opened products?
        ? it doesn't fit our machine, can you take it back
        ? dont need them anymore
        > Unused items can be returned within 30 days; request an RMA number first.
        # en-refund
        When will I get my refund?
        How long does a refund take?
        I returned the goods but have no money yet
        ? still waiting for my cash back
        ? to which account do you repay
        > Refunds are booked within five working days after the goods arrive, to the original means of payment.
        # en-damaged
        The product arrived damaged
        What if the goods are broken on arrival?
        My package was crushed
        ? box was open and the glass is cracked
        ? came in pieces, what now
        > Send photos within three days; we replace it at our cost.
        # en-missing
        Part of my order is missing
        I received fewer items than I ordered
        There was no power supply in the box
        ? you only sent 8 of the 10
        ? no screws included??
        > Check the packing list for a second parcel; otherwise tell us and we send the rest.
        # en-wrong-item
        I received the wrong product
        You sent a different model
        This is not what I ordered
        ? label says A200 but inside is an A100
        ? got someone else's stuff
        > Sorry! We send the right one at once with a label for the wrong one.
        # en-warranty
        How long is the warranty?
        What does the guarantee cover?
        Is my device still under warranty?
        ? it died after 14 months, covered?
        ? do i get it fixed for free
        > Two years on all electronics, five on mechanical parts; misuse is not covered.
        # en-repair
        How do I get my device repaired?
        Do you have a repair service?
        My sensor is broken, what should I do?
        ? unit stopped working, where do i send it
        ? can your technicians fix an old one
        > Open a repair case with the serial number; you get a quote and a shipping label.
        # en-spare-parts
        Where can I buy spare parts?
        Do you sell replacement seals?
        Are parts for discontinued models available?
        ? need a new lens cover for my 2015 unit
        ? can i get just the cable
        > Enter the serial number under Spare parts; parts are kept for ten years.
        # en-manual
        Where can I find the user manual?
        Do you have a datasheet?
        Is there documentation for download?
        ? looking for the instructions pdf
        ? booklet was not in the package
        > Manuals and data sheets are in the Downloads tab of each product.
        # en-cad
        Can I download CAD models?
        Do you have STEP files?
        Where are the dimensional drawings?
        ? our designer needs 3d data
        ? mounting hole pattern?
        > STEP and DXF files are in the Downloads tab after you sign in.
        # en-certificates
        Do you have a CE certificate?
        Is it UL listed?
        Can you provide a declaration of conformity?
        ? need rohs and reach papers
        ? what approvals does it carry
        > Certificates for CE, UL and RoHS are in the Downloads tab.
        # en-calibration
        Do you offer calibration certificates?
        How often should the sensor be calibrated?
        Can you recalibrate my device?
        ? readings drift, does it need adjusting
        ? auditor wants traceable calibration
        > We calibrate traceable to national standards; once a year is recommended.
        # en-accuracy
        How accurate is the sensor?
        What is the measurement resolution?
        What tolerance does it have?
        ? how big is the error at 50 meters
        ? is it precise to a micron
        > Typical accuracy is 0.1 percent of full scale; see the data sheet.
        # en-temperature
        What is the operating temperature range?
        Can it be used outdoors in winter?
        Does it survive high heat?
        ? will it work in a freezer at -30
        ? next to a furnace, ok?
        > From -25 to 70 °C; the HT series goes up to 150 °C.
        # en-waterproof
        Is it waterproof?
        What is the IP rating?
        Can it be washed down?
        ? we hose the line every night
        ? what about dust and rain
        > Housings are IP67, the stainless series IP69K.
        # en-power
        What voltage does it need?
        Is a power supply included?
        How much power does it consume?
        ? does it run off 24 volts
        ? how many watts
        > 10 to 30 V DC, under 2 W; the supply is sold separately.
        # en-protocols
        Which protocols are supported?
        Does it work with Siemens PLCs?
        Is there a Modbus interface?
        ? can i hook it up to my allen bradley
        ? ethernet ip or profinet?
        > IO-Link, Modbus TCP, Profinet and EtherNet/IP, depending on the model.
        # en-api
        Do you have an API?
        How do I get an API key?
        Is there a Python library?
        ? want to pull the data into our own software
        ? any sdk for developers
        > Create a key under Account, Developers; there are libraries for Python and C#.
        # en-firmware
        How do I update the firmware?
        Where is the latest software version?
        What is new in the latest release?
        ? my device runs an old version
        ? flash it to the newest
        > Download the updater from the support page and connect the device by USB.
        # en-install
        How do I install the device?
        Do you help with setup?
        Is there a wiring diagram?
        ? which wire goes where
        ? first time user, how to get it going
        > The quick start guide shows wiring; we also offer a video call for setup.
        # en-training
        Do you offer training?
        Are there courses for operators?
        Can you teach our staff?
        ? any webinars we could join
        ? new people here need to learn it
        > Free webinars every month, classroom courses in Munich.
        # en-password
        I forgot my password
        How do I reset my password?
        I cannot log in
        ? locked out of my acount
        ? login doesnt accept my pw
        > Press "Forgot password" on the sign-in page.
        # en-register
        How do I create a business account?
        What do I need to register?
        How long does account approval take?
        ? want to sign up our company
        ? still pending verification since monday
        > Register with a company mail address and your VAT number; approval takes a day.
        # en-users
        Can several people use one account?
        How do I add a colleague?
        Can I limit what a user may order?
        ? give my coworker access
        ? need an approver for purchases over 1000
        > Administrators add users and spending limits under Account, Team.
        # en-delete-account
        How do I delete my account?
        Please remove my personal data
        I want to close my account
        ? gdpr: erase everything about me
        ? stop everything, get rid of my profile
        > Ask under Account, Privacy; data is erased within 30 days.
        # en-newsletter
        How do I unsubscribe from the newsletter?
        Stop sending me marketing emails
        ? too much spam from you
        ? take me off the mailing list
        > The unsubscribe link is at the end of every mail.
        # en-hours
        What are your opening hours?
        When is support available?
        Are you open on weekends?
        ? can i call on saturday
        ? until what time is somebody there
        > Monday to Friday, 8 am to 6 pm Central European Time.
        # en-human
        Can I talk to a person?
        How can I contact sales?
        What is your phone number?
        ? bot is useless, real human please
        ? call me back
        > Write "agent" here or call +49 89 1234567.
        # en-custom
        Can you make a custom version?
        Do you build to our specification?
        Can you put our logo on it?
        ? need the cable 2.5 m longer than standard
        ? private label possible?
        > Custom cables, housings and labels from 100 pieces; send us a sketch.
        # en-location
        Where are you located?
        What is your company address?
        Where are the products made?
        ? made in china or germany
        ? which city is the head office in
        > Headquarters and factory are in Munich, Germany.
        """
}
