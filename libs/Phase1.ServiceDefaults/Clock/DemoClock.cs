using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>Moves the demo's clock; mapped only where Demo:Clock is configured, which only the Development environment allows.</summary>
static class DemoClock
{
    // A leap year: more than any deadline of ours.
    const long MostSeconds = 366L * 24 * 60 * 60;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var clock = routes.MapGroup("/internal/v1/demo/clock").RequireService();
        clock.MapGet("", (ShiftableTimeProvider time) => TypedResults.Ok(Answer(time)));
        clock.MapPost("/advance", Advance);
    }

    static Ok<ClockAnswer> Advance(AdvanceRequest request, ShiftableTimeProvider time)
    {
        if (request.Seconds is < 1 or > MostSeconds)
        {
            throw ProblemException.Validation("seconds", $"The clock moves forward by 1 to {MostSeconds} seconds.");
        }
        time.Advance(TimeSpan.FromSeconds(request.Seconds));
        return TypedResults.Ok(Answer(time));
    }

    static ClockAnswer Answer(ShiftableTimeProvider time) => new(time.GetUtcNow(), (long)time.Offset.TotalSeconds);

    internal sealed record AdvanceRequest(long Seconds);

    internal sealed record ClockAnswer(DateTimeOffset Now, long OffsetSeconds);
}
