#ifndef SKILL_ABI_H
#define SKILL_ABI_H
#endif
