namespace Phase1.Portal.Privacy.Requests;

/// <summary>What a student may ask, by the names of the procedures.</summary>
static class RequestKinds
{
    internal const string Access = "DSAR_ACCESS";

    internal const string Deletion = "DSAR_DELETE";

    internal static readonly string[] All = [Access, Deletion];
}
