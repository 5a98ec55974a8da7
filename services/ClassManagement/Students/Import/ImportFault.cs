namespace Phase1.ClassManagement.Students.Import;

/// <summary>Why a line of a class list made no student.</summary>
enum ImportFault
{
    /// <summary>A quote that is not closed, text behind a closed one, or one within a field without quotes.</summary>
    BrokenQuotes,

    /// <summary>More fields than the header has columns.</summary>
    TooManyFields,
    Empty,
    NameIncomplete,
    NotOneComma,
    InvalidCharacters,

    /// <summary>A letter was lost: a byte that means nothing in the file's encoding. A name without it would be somebody else's.</summary>
    DamagedCharacters,
    TooLong,
    InvalidEmail,

    /// <summary>The domain of the UNKNOWN students.</summary>
    ReservedEmail,

    /// <summary>Another of the teacher's students, under another name, has the address.</summary>
    EmailTaken,
}
