"""What does a text tell that somebody wrote for people: days, hours, names, places, elements?"""
