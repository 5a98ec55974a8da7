namespace Phase1.ServiceDefaults;

/// <summary>One kind of error as callers see it: stable code, HTTP status, title.</summary>
/// <param name="Code">The stable code, in capitals with underscores.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">A short English sentence that is the same for every occurrence.</param>
public sealed record Problem(string Code, int Status, string Title)
{
    /// <summary>The problem type: <c>urn:phase1:problem:</c> and the code in kebab case.</summary>
    public string Type { get; } = "urn:phase1:problem:" + Code.ToLowerInvariant().Replace('_', '-');
}
