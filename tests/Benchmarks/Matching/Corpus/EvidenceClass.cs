namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>How clearly an essay tells who wrote it; known by construction.</summary>
enum EvidenceClass
{
    /// <summary>The full name as the roster has it (any order, case, Unicode form, accents or not) or the own address, in a header.</summary>
    Clear,

    /// <summary>The name without its particle, half of a double surname, initials, a further given name.</summary>
    Variant,

    /// <summary>A slip of the pen or of character recognition.</summary>
    Misspelt,

    /// <summary>The name of two students of the class.</summary>
    Ambiguous,

    /// <summary>Only a file name, a salutation or an address in the body.</summary>
    Indirect,

    /// <summary>Two authors, another student's address or another student's file name.</summary>
    Contradicted,

    /// <summary>A writer who is not on the roster.</summary>
    Stranger,

    /// <summary>No name at all.</summary>
    Nameless,
}
