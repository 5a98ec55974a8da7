using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Phase1.ProviderStub;

/// <summary>Sends an answer, or what a rule has in place of it.</summary>
static class StubReply
{
    internal static async Task WriteAsync(HttpContext context, StubFormat format, StubRule rule, JsonObject answer)
    {
        switch (rule.Answer)
        {
            case StubAnswer.Status:
                context.Response.StatusCode = rule.Status;
                if (rule.RetryAfter is { } retryAfter)
                {
                    context.Response.Headers.RetryAfter = retryAfter;
                }
                await WriteAsync(context, format.Error(rule.Status).ToJsonString());
                break;
            case StubAnswer.Cut:
                await WriteHalfAsync(context, Encoding.UTF8.GetBytes(answer.ToJsonString()));
                break;
            case StubAnswer.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                break;
            case StubAnswer.Refuse:
                context.Abort();
                break;
            case StubAnswer.WrongJson:
                await WriteAsync(context, "<html>Bad gateway</html>");
                break;
            default:
                await WriteAsync(context, answer.ToJsonString());
                break;
        }
    }

    static Task WriteAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    // The length is announced, so that the caller knows that something is missing.
    static async Task WriteHalfAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
