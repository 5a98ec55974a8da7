using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Phase1.FileIntake.Extraction;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary><c>POST /v1/content</c>: another service stores a text.</summary>
static class StoreContentEndpoint
{
    // The longest character of UTF-8.
    const int BytesPerCharacter = 4;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var longest = LongestBody(routes.ServiceProvider.GetRequiredService<IntakeOptions>());
        routes
            .MapPost("/v1/content", HandleAsync)
            .RequireServiceOrTeacher()
            .WithMetadata(new RequestSizeLimitAttribute(longest))
            .WithIdempotency()
            .MayAnswer(Problems.InvalidRequest)
            .WithMetadata(new DescribedBody("text/plain", typeof(string)));
    }

    static int LongestBody(IntakeOptions limits) => limits.MaxCharacters * BytesPerCharacter;

    static async Task<Created<StoredContent>> HandleAsync(
        HttpContext http,
        Caller caller,
        FileIntakeDbContext database,
        UnitOfWork work,
        IntakeOptions limits,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var text = await ReadAsync(http.Request, limits, cancellationToken);
        var stored = StoredText.Of(text, caller.UserIdOrNull, clock);
        await work.BeginAsync(cancellationToken);
        database.Texts.Add(stored);
        await work.CommitAsync(cancellationToken);
        return TypedResults.Created($"/v1/content/{stored.StorageId}", new StoredContent(stored.StorageId, work.Cause.CorrelationId));
    }

    static async Task<string> ReadAsync(HttpRequest request, IntakeOptions limits, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsUtf8Text(type))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "This route takes text/plain; charset=utf-8.");
        }

        var (body, exceeded) = await CappedStream.ReadAsync(request.Body, LongestBody(limits), cancellationToken);
        return exceeded ? throw TooLong(limits.MaxCharacters) : Decode(body.Span, limits.MaxCharacters);
    }

    static bool IsUtf8Text(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    static string Decode(ReadOnlySpan<byte> body, int maxCharacters)
    {
        // PostgreSQL has no text with the character zero.
        if (!Utf8.IsValid(body) || body.Contains((byte)0))
        {
            throw new ProblemException(Problems.ParsingError, "The body is no UTF-8 text.");
        }

        var text = Encoding.UTF8.GetString(body);
        return text.EnumerateRunes().Count() switch
        {
            0 => throw new ProblemException(Problems.InvalidRequest, "The body is empty."),
            var length when length > maxCharacters => throw TooLong(maxCharacters),
            _ => text,
        };
    }

    static ProblemException TooLong(int maxCharacters) => new(Problems.PayloadTooLarge, $"A text has at most {maxCharacters} characters.");
}

sealed record StoredContent(string StorageId, Guid CorrelationId);
