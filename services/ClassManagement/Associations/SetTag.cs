using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>The teacher's list has an ETag, the set's version: it rises with whatever the list shows of the set.</summary>
static class SetTag
{
    static readonly object Version = new();

    /// <summary>What is shown last counts. It is also shown with a problem document, which clears the headers that were set before it.</summary>
    internal static void Show(HttpContext http, int version)
    {
        if (!http.Items.ContainsKey(Version))
        {
            http.Response.OnStarting(() =>
            {
                http.Response.GetTypedHeaders().ETag = Of((int)http.Items[Version]!);
                return Task.CompletedTask;
            });
        }
        http.Items[Version] = version;
    }

    internal static EntityTagHeaderValue Of(int version) => new($"\"{version}\"");
}

/// <summary>The version that the teacher saw, if the request names one (If-Match); null or <c>*</c> = whatever it is now.</summary>
sealed record SeenVersion(IReadOnlyList<EntityTagHeaderValue> Tags) : IEndpointParameterMetadataProvider
{
    const string IfMatch = "If-Match";

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new DescribedParameter(ParameterPlace.Header, IfMatch, "The ETag of the list that the teacher saw; another version is refused.")
        );

    public static ValueTask<SeenVersion> BindAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(IfMatch, out var header))
        {
            return ValueTask.FromResult(new SeenVersion([]));
        }
        return EntityTagHeaderValue.TryParseStrictList([.. header.Select(value => value ?? "")], out var tags)
            ? ValueTask.FromResult(new SeenVersion([.. tags]))
            : throw ProblemException.Validation(IfMatch, "An ETag of the list is needed.");
    }

    internal bool Allows(AssociationSet set) =>
        Tags.Count == 0
        || Tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(SetTag.Of(set.Version), useStrongComparison: true));
}
