using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>Moves the demo's clock; mapped only where Demo:Clock is configured, which only the Development environment allows.</summary>
static class DemoClockEndpoints
{
    // A leap year: more than any deadline of ours.
    const long MostSeconds = 366L * 24 * 60 * 60;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var clock = routes.MapGroup("/internal/v1/demo/clock").RequireService();
        clock.MapGet("", (ShiftableTimeProvider demo, TimeProvider time) => TypedResults.Ok(Answer(demo, time)));
        clock.MapPost("/advance", Advance);
    }

    static Ok<ClockAnswer> Advance(AdvanceRequest request, ShiftableTimeProvider demo, TimeProvider time)
    {
        if (request.Seconds is < 1 or > MostSeconds)
        {
            throw ProblemException.Validation("seconds", $"The clock moves forward by 1 to {MostSeconds} seconds.");
        }
        demo.Advance(TimeSpan.FromSeconds(request.Seconds));
        return TypedResults.Ok(Answer(demo, time));
    }

    static ClockAnswer Answer(ShiftableTimeProvider demo, TimeProvider time) => new(time.GetUtcNow(), (long)demo.Offset.TotalSeconds);

    internal sealed record AdvanceRequest(long Seconds);

    internal sealed record ClockAnswer(DateTimeOffset Now, long OffsetSeconds);
}
