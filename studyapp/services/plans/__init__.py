"""Plans of the learner: days off, exams, and days on which cards should be due."""
