"""What the learner has planned: days off and exams, and the numbers of cards that planning needs."""
