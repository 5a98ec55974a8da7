using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement;

/// <summary>The query parameter <c>batch_ids</c>: 1 to 100 ids, repeated or separated by commas.</summary>
sealed record BatchIds(IReadOnlyList<Guid> Values) : IEndpointParameterMetadataProvider
{
    const int Most = 100;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new DescribedParameter(ParameterPlace.Query, "batch_ids", $"1 to {Most} ids, separated by commas.") { IsRequired = true }
        );

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

    internal Dictionary<Guid, T> ToMap<T>(Func<Guid, T> value) => Values.ToDictionary(id => id, value);
}
