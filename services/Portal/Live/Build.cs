namespace Phase1.Portal.Live;

/// <summary>Which build of the Portal this is: a page that is older than it may be opened anew.</summary>
static class Build
{
    internal static string Id { get; } = typeof(Build).Module.ModuleVersionId.ToString("N")[..10];
}
