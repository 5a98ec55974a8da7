using System.Net.Http.Json;
using System.Text.Json;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ShiftableTimeProviderTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("phase1-clock-");
    readonly ManualTimeProvider _system = new();

    string Path => System.IO.Path.Combine(_folder.FullName, "clock");

    ShiftableTimeProvider Clock() => new(Path, _system);

    [Fact]
    public void It_goes_on_from_the_system_s_time()
    {
        var clock = Clock();
        clock.GetUtcNow().ShouldBe(_system.GetUtcNow());

        clock.Advance(TimeSpan.FromHours(24));
        _system.Advance(TimeSpan.FromMinutes(1));

        clock.GetUtcNow().ShouldBe(_system.GetUtcNow() + TimeSpan.FromHours(24));
    }

    [Fact]
    public void It_never_goes_back_not_even_by_a_restart()
    {
        Clock().Advance(TimeSpan.FromHours(5));

        var restarted = Clock();

        restarted.Offset.ShouldBe(TimeSpan.FromHours(5));
        Should.Throw<ArgumentOutOfRangeException>(() => restarted.Advance(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => restarted.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void A_file_that_holds_something_else_stops_the_start()
    {
        File.WriteAllText(Path, "yesterday");

        Should.Throw<ConfigurationException>(Clock).Message.ShouldContain("Demo:Clock");
    }

    [Fact]
    public void Timers_that_an_advance_passes_fire_at_once_and_the_others_later_by_the_rest()
    {
        var clock = Clock();
        var fired = new List<string>();
        using var soon = clock.CreateTimer(_ => fired.Add("soon"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var late = clock.CreateTimer(_ => fired.Add("late"), null, TimeSpan.FromHours(25), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(24));
        fired.ShouldBe(["soon"]);
        _system.Advance(TimeSpan.FromMinutes(59));
        fired.ShouldBe(["soon"]);
        _system.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBe(["soon", "late"]);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_the_periods_jumped_over_and_then_goes_on()
    {
        var clock = Clock();
        var count = 0;
        using var timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        clock.Advance(TimeSpan.FromHours(24));
        count.ShouldBe(1);
        _system.Advance(TimeSpan.FromMinutes(2));

        count.ShouldBe(3);
    }

    [Fact]
    public void A_disposed_or_stopped_timer_stays_silent()
    {
        var clock = Clock();
        var count = 0;
        var disposed = clock.CreateTimer(_ => count++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var stopped = clock.CreateTimer(_ => count++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).ShouldBeTrue();

        clock.Advance(TimeSpan.FromHours(24));

        count.ShouldBe(0);
        disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact]
    public async Task The_demo_moves_it_over_HTTP()
    {
        await using var host = await ProbeService.StartAsync($"--Demo:Clock={Path}");

        var moved = await host.SendAsync(HttpMethod.Post, "/internal/v1/demo/clock/advance", JsonContent.Create(new { seconds = 86_400 }));
        var read = await host.SendAsync(HttpMethod.Get, "/internal/v1/demo/clock");
        var back = await host.SendAsync(HttpMethod.Post, "/internal/v1/demo/clock/advance", JsonContent.Create(new { seconds = -1 }));

        ((int)moved.StatusCode).ShouldBe(200);
        var answer = await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.GetProperty("offset_seconds").GetInt64().ShouldBe(86_400);
        ((int)back.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_route()
    {
        await using var host = await ProbeService.StartAsync();

        ((int)(await host.SendAsync(HttpMethod.Get, "/internal/v1/demo/clock")).StatusCode).ShouldBe(404);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
