# The question by the door.
tap-faces = Press the face that fits
tap-thanks = Thank you. You pressed: { $word }
tap-why = Say why
tap-be-heard = I would like an answer
tap-told = Thank you. We will look into it.
tap-unkept = This could not be kept here just now. Please tell our colleagues.
