using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Phase1.ClassManagement.Classes;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>The version of the roster that a preview was made of, if the request names one (If-Match); null or <c>*</c> = whatever it is now.</summary>
sealed record RosterTag(IReadOnlyList<EntityTagHeaderValue> Tags) : IEndpointParameterMetadataProvider
{
    const string IfMatch = "If-Match";

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new DescribedParameter(ParameterPlace.Header, IfMatch, "The roster version of the preview, in quotes; another one is refused.")
        );

    public static ValueTask<RosterTag> BindAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(IfMatch, out var header))
        {
            return ValueTask.FromResult(new RosterTag([]));
        }
        return EntityTagHeaderValue.TryParseStrictList([.. header.Select(value => value ?? "")], out var tags)
            ? ValueTask.FromResult(new RosterTag([.. tags]))
            : throw ProblemException.Validation(IfMatch, "A roster version in quotes is needed.");
    }

    /// <exception cref="ProblemException">409 when the roster has changed since.</exception>
    internal void Check(SchoolClass schoolClass)
    {
        var now = new EntityTagHeaderValue($"\"{schoolClass.RosterVersion}\"");
        if (Tags.Count > 0 && !Tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(now, useStrongComparison: true)))
        {
            throw new ProblemException(Problems.StaleVersion, "The roster has changed since the preview.");
        }
    }
}
