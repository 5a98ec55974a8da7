using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.ServiceDefaults;

/// <summary>RFC 9457 as Phase1 writes it.</summary>
sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string Code,
    Guid CorrelationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Current = null
)
{
    const string ContentType = "application/problem+json";

    // Long enough for a restart of the database, short enough for a person who waits.
    static readonly TimeSpan WhileUnavailable = TimeSpan.FromSeconds(5);

    internal static ProblemDocument Of(
        HttpContext context,
        Problem problem,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null,
        object? current = null
    ) =>
        new(
            problem.Type,
            problem.Title,
            problem.Status,
            detail,
            context.Request.Path,
            problem.Code,
            context.CorrelationId(),
            errors,
            current
        );

    internal static Task WriteAsync(
        HttpContext context,
        Problem problem,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null,
        object? current = null,
        TimeSpan? retryAfter = null
    )
    {
        context.Response.StatusCode = problem.Status;
        if ((retryAfter ?? (problem.Status == StatusCodes.Status503ServiceUnavailable ? WhileUnavailable : null)) is { } pause)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
        if (context.RequestServices.GetService<IProblemPage>() is { } page && page.Serves(context.Request))
        {
            return page.WriteAsync(context, problem);
        }
        return context.Response.WriteAsJsonAsync(
            Of(context, problem, detail, errors, current),
            Phase1Json.Options,
            ContentType,
            context.RequestAborted
        );
    }
}
