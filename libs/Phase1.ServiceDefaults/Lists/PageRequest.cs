using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Phase1.ServiceDefaults;

/// <summary>The query parameters of every list. Name it as a parameter of the handler.</summary>
/// <param name="Limit">The most items to answer, 1 to 200, by default 50.</param>
/// <param name="Cursor">Where to go on: the <c>next_cursor</c> of the page before; null for the first page.</param>
public sealed record PageRequest(int Limit, string? Cursor) : IEndpointParameterMetadataProvider
{
    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The items of a page when the caller names no limit.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Names <c>limit</c> and <c>cursor</c> in the description of every route that takes a page.</summary>
    /// <param name="parameter">The handler's parameter.</param>
    /// <param name="builder">The route.</param>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new DescribedParameter(ParameterPlace.Query, "limit", "The most items to answer.")
            {
                Range = (1, MaxLimit),
                Default = DefaultLimit,
            }
        );
        builder.Metadata.Add(new DescribedParameter(ParameterPlace.Query, "cursor", "Where to go on: the next_cursor of the page before."));
    }

    /// <summary>Reads <c>limit</c> and <c>cursor</c> from the query.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="ProblemException">400 when the limit is not a number from 1 to 200.</exception>
    public static ValueTask<PageRequest> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = DefaultLimit;
        if (
            query["limit"] is [{ Length: > 0 } text, ..]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit)
        )
        {
            throw ProblemException.Validation("limit", $"The limit is a number from 1 to {MaxLimit}.");
        }
        var cursor = (string?)query["cursor"];
        return ValueTask.FromResult(new PageRequest(limit, string.IsNullOrEmpty(cursor) ? null : cursor));
    }
}
