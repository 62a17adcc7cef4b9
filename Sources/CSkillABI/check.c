#include "skill_abi.h"
