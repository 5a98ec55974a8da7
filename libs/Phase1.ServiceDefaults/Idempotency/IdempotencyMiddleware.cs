using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Makes repeated POSTs harmless. The row of the key is added to the request's own DbContext, so that it is committed with the effect or not at
/// all; the answer, which exists only after that commit, is filled in right behind it. A crash in between leaves the row without an answer:
/// a repetition is then told that the work is done (409) and never does it twice. Requests of one key wait for each other.
/// </summary>
sealed class IdempotencyMiddleware(RequestDelegate next, NpgsqlDataSource database, IdempotencyAdmission admission, TimeProvider clock)
{
    const int MaxKeyLength = 100;

    static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public async Task InvokeAsync(HttpContext context, DbContext model)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<IdempotentRoute>() is not { } route
            || !HttpMethods.IsPost(context.Request.Method)
            || Key(context.Request) is not { } key
        )
        {
            await next(context);
            return;
        }
        var hash = await RequestHash.OfAsync(context, route);
        // Written when place and connection are free again: the caller may read slowly.
        var answer = await AnswerAsync(context, model, key, hash);
        await answer.WriteAsync(context);
    }

    async Task<StoredAnswer> AnswerAsync(HttpContext context, DbContext model, string key, byte[] hash)
    {
        var caller = Caller.Of(context.User);
        var user = caller.UserIdOrNull ?? caller.ServiceId;
        using var place = await admission.EnterAsync(context.RequestAborted);
        await using var store = await OpenAsync(user, key, context.RequestAborted);
        var earlier = await store.FindAsync(context.RequestAborted);
        if (earlier is not null && earlier.ExpiresAt > clock.GetUtcNow())
        {
            return Repeat(earlier, hash);
        }
        var claim = Claim(user, key, hash);
        // An expired row that has not been cleared away yet is taken over.
        _ = earlier is null ? model.Add(claim) : model.Update(claim);
        return await FirstAsync(context, store, hash);
    }

    static string? Key(HttpRequest request) =>
        !request.Headers.TryGetValue(HeaderNames.IdempotencyKey, out var header) ? null
        : header is [{ Length: > 0 and <= MaxKeyLength } key] && !string.IsNullOrWhiteSpace(key) ? key
        : throw ProblemException.Validation(HeaderNames.IdempotencyKey, $"The key has 1 to {MaxKeyLength} characters.");

    static StoredAnswer Repeat(IdempotentRequest earlier, byte[] hash)
    {
        if (!earlier.RequestHash.AsSpan().SequenceEqual(hash))
        {
            throw new ProblemException(Problems.IdempotencyKeyReused, "The key belongs to another request; take a new one.");
        }
        return earlier.Status == 0
            ? throw new ProblemException(Problems.InvalidState, "The request has been carried out, but its answer was lost.")
            : StoredAnswer.Decode(earlier.Status, earlier.Response);
    }

    async Task<IdempotencyStore> OpenAsync(string user, string key, CancellationToken cancellationToken)
    {
        try
        {
            return await IdempotencyStore.OpenAsync(database, user, key, cancellationToken);
        }
        catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new ProblemException(Problems.InvalidState, "The first request with this key is still being answered; try again.");
        }
    }

    async Task<StoredAnswer> FirstAsync(HttpContext context, IdempotencyStore store, byte[] hash)
    {
        var (wire, left) = (context.Response.Body, context.RequestAborted);
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        // A caller that leaves must not cut the answer short: it is kept for the repetition.
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (wire, left);
        }
        var response = context.Response;
        var answer = new StoredAnswer(response.StatusCode, response.ContentType, response.Headers.Location, buffer.ToArray());
        // Not cancelled with the request: the effect is committed, so the answer must be kept although nobody waits for it.
        await store.KeepAsync(hash, answer, clock.GetUtcNow() + Kept, CancellationToken.None);
        return answer;
    }

    IdempotentRequest Claim(string user, string key, byte[] hash) =>
        new()
        {
            UserId = user,
            Key = key,
            RequestHash = hash,
            Status = 0,
            Response = [],
            ExpiresAt = clock.GetUtcNow() + Kept,
        };
}
