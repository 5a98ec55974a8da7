using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Phase1.ServiceDefaults;

/// <summary>The query parameter <c>batch_ids</c>: 1 to 100 ids, repeated or separated by commas. Name it as a parameter of the handler.</summary>
/// <param name="Values">The ids, each once.</param>
public sealed record BatchIds(IReadOnlyList<Guid> Values) : IEndpointParameterMetadataProvider
{
    /// <summary>The most ids of a request.</summary>
    public const int Most = 100;

    /// <summary>Names <c>batch_ids</c> in the description of every route that takes it.</summary>
    /// <param name="parameter">The handler's parameter.</param>
    /// <param name="builder">The route.</param>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new DescribedParameter(ParameterPlace.Query, "batch_ids", $"1 to {Most} ids, separated by commas.") { IsRequired = true }
        );

    /// <summary>Reads <c>batch_ids</c> from the query.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="ProblemException">400 when there is no id, too many, or something else than an id.</exception>
    public static ValueTask<BatchIds> BindAsync(HttpContext context)
    {
        var texts = context
            .Request.Query["batch_ids"]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        return ids.Count is 0 or > Most || ids.Contains(Guid.Empty)
            ? throw ProblemException.Validation(new Dictionary<string, string[]> { ["batch_ids"] = [$"1 to {Most} ids are needed."] })
            : ValueTask.FromResult(new BatchIds(ids));
    }

    /// <summary>The answer: every id that was asked for, with what is known of it.</summary>
    /// <typeparam name="T">What is answered of a batch.</typeparam>
    /// <param name="value">Finds it.</param>
    public Dictionary<Guid, T> ToMap<T>(Func<Guid, T> value) => Values.ToDictionary(id => id, value);
}
