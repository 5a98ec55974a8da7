namespace Phase1.Nlp.Matching;

/// <summary>A roster entry that was skipped, by its position: never by its content.</summary>
sealed record RosterWarning(string Code, int Index)
{
    public const string EmptyName = "EMPTY_NAME";
    public const string Placeholder = "PLACEHOLDER";
    public const string DoubledId = "DOUBLED_ID";

    public string Path => $"roster[{Index}]";
}
