namespace Phase1.FileIntake.Extraction;

/// <summary>What the outside of a file says: its kind, or the code with which it is refused.</summary>
readonly record struct FileVerdict(FileKind Kind, string? RefusalCode)
{
    public bool IsRefused => RefusalCode is not null;

    public static FileVerdict Accept(FileKind kind) => new(kind, null);

    public static FileVerdict Refuse(string code) => new(default, code);
}
