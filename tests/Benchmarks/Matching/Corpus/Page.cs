namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>What stands on an essay's first page before a layout arranges it.</summary>
sealed record Page(
    Dice Dice,
    bool IsSwedish,
    string Name,
    string? Address,
    string Date,
    string ClassCode,
    string Course,
    string Title,
    string Teacher,
    string TeacherAddress,
    int Words,
    Student Classmate
)
{
    /// <summary>The Swedish wording in Swedish essays, else the English one.</summary>
    public string In(string swedish, string english) => IsSwedish ? swedish : english;

    /// <summary>The name as a mail's head has it, with the address where there is one.</summary>
    public string Sender => Address is null ? Name : $"{Name} <{Address}>";

    /// <summary>Another student of the class as a mail's head has her or him.</summary>
    public string Addressee => $"{Classmate.Name} <{Classmate.Email ?? TeacherAddress}>";

    /// <summary>The address on a line of its own, where there is one.</summary>
    public string AddressLine => Address is null ? "" : $"{Address}\n";
}

/// <summary>A way to arrange a header that names its writer.</summary>
sealed record Layout(int Weight, string Name, Func<Page, string> Write);
