using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Phase1.Cli.Output;

/// <summary>What people are told: on a terminal with lines that move, elsewhere as plain lines. Results go to the standard output by themselves.</summary>
sealed class Screen
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    readonly IAnsiConsole _console;
    readonly TextWriter _writer;

    /// <summary>Tells on the standard error, which leaves the standard output to results.</summary>
    internal Screen()
        : this(Console.Error) { }

    internal Screen(TextWriter writer)
    {
        _writer = writer;
        IsLive = writer == Console.Error ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = IsLive ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = IsLive ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
    }

    /// <summary>Whether lines can be drawn anew.</summary>
    internal bool IsLive { get; }

    internal void Say(string sentence) => _writer.WriteLine($"phase1: {sentence}");

    internal void Show(IRenderable drawing) => _console.Write(drawing);

    /// <summary>Shows that something is being done, and for how long already.</summary>
    /// <param name="doing">What, in a few words.</param>
    /// <param name="work">Does it; may say with what it is busy.</param>
    internal async Task<T> WhileAsync<T>(string doing, Func<Action<string>, Task<T>> work)
    {
        if (!IsLive)
        {
            return await WhileSayingAsync(doing, work);
        }
        var began = TimeProvider.System.GetTimestamp();
        var words = doing;
        return await _console
            .Status()
            .StartAsync(
                Markup.Escape(doing),
                async status =>
                {
                    void Redraw() => status.Status(Markup.Escape($"{words}, {Seconds(began)}"));
                    await using var timer = TimeProvider.System.CreateTimer(
                        _ => Redraw(),
                        null,
                        TimeSpan.FromSeconds(1),
                        TimeSpan.FromSeconds(1)
                    );
                    return await work(now => words = now);
                }
            );
    }

    internal Task WhileAsync(string doing, Func<Action<string>, Task> work) =>
        WhileAsync(
            doing,
            async tell =>
            {
                await work(tell);
                return true;
            }
        );

    /// <summary>Draws something again and again while work is done.</summary>
    internal Task LiveAsync(Func<IRenderable> draw, Func<Task> work) =>
        _console
            .Live(draw())
            .StartAsync(async live =>
            {
                await using var timer = TimeProvider.System.CreateTimer(
                    _ => live.UpdateTarget(draw()),
                    null,
                    TimeSpan.FromMilliseconds(500),
                    TimeSpan.FromMilliseconds(500)
                );
                await work();
                live.UpdateTarget(draw());
            });

    internal static string Seconds(long began) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");

    // A line at the beginning, and one now and then for those who wait.
    async Task<T> WhileSayingAsync<T>(string doing, Func<Action<string>, Task<T>> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        var words = doing;
        Say(doing);
        await using var timer = TimeProvider.System.CreateTimer(_ => Say($"{words}, {Seconds(began)}"), null, Interval, Interval);
        return await work(now => words = now);
    }
}
