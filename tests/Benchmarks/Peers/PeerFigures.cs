using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Phase1.Benchmarks.Peers;

/// <summary>What the comparison came to.</summary>
/// <param name="Contenders">By name.</param>
sealed record PeerFigures(IReadOnlyDictionary<string, ContenderFigures> Contenders)
{
    const string Ours = "phase1_";

    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>How many times as many messages a second, and as much processor time a message, each of ours has as each peer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Ratio>> Ratios { get; } =
        Contenders
            .Where(one => one.Key.StartsWith(Ours, StringComparison.Ordinal))
            .ToDictionary(
                ours => ours.Key,
                ours =>
                    (IReadOnlyDictionary<string, Ratio>)
                        Contenders
                            .Where(one => !one.Key.StartsWith(Ours, StringComparison.Ordinal))
                            .ToDictionary(peer => peer.Key, peer => Ratio.Of(ours.Value, peer.Value))
            );

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (name, figures) in Contenders)
        {
            var cpu = figures.CpuUsAMessage;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{name, -16} {figures.MessagesPerS, 8:N0} messages/s ({figures.Slowest:N0} to {figures.Fastest:N0}), {cpu.Sum, 6:N0} us of processor time a message: service {cpu.Host:N0}, PostgreSQL {cpu.Postgres:N0}, Kafka {cpu.Kafka:N0}"
            );
        }
        foreach (var (ours, peers) in Ratios)
        {
            foreach (var (peer, ratio) in peers)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{ours} is {ratio.Speed:0.0} times as fast as {peer}, for {ratio.Cpu:0.000} of the processor time"
                );
            }
        }
        return text.ToString().TrimEnd();
    }
}

/// <summary>Medians of one contender.</summary>
/// <param name="MessagesPerS">Messages a second.</param>
/// <param name="Slowest">Messages a second of the slowest round.</param>
/// <param name="Fastest">Messages a second of the fastest round.</param>
/// <param name="CpuUsAMessage">Microseconds of processor time a message.</param>
sealed record ContenderFigures(double MessagesPerS, double Slowest, double Fastest, CpuFigures CpuUsAMessage)
{
    public static ContenderFigures Of(IReadOnlyList<HeatFigures> heats)
    {
        var speed = Spread.Of(heats.Select(heat => heat.MessagesASecond));
        return new(
            Math.Round(speed.Median),
            Math.Round(speed.Lowest),
            Math.Round(speed.Highest),
            new(Median(used => used.Host), Median(used => used.Postgres), Median(used => used.Kafka), Median(used => used.Sum))
        );

        double Median(Func<Processors, TimeSpan> of) =>
            Math.Round(Spread.Of(heats.Select(heat => heat.MicrosecondsAMessage(of))).Median, 1);
    }
}

/// <summary>Who used the processors.</summary>
/// <param name="Host">The service.</param>
/// <param name="Postgres">PostgreSQL.</param>
/// <param name="Kafka">The broker.</param>
/// <param name="Sum">All of them.</param>
sealed record CpuFigures(double Host, double Postgres, double Kafka, double Sum);

/// <summary>What one has of the other's.</summary>
/// <param name="Speed">Messages a second.</param>
/// <param name="Cpu">Processor time a message.</param>
sealed record Ratio(double Speed, double Cpu)
{
    public static Ratio Of(ContenderFigures ours, ContenderFigures peer) =>
        new(Math.Round(ours.MessagesPerS / peer.MessagesPerS, 1), Math.Round(ours.CpuUsAMessage.Sum / peer.CpuUsAMessage.Sum, 3));
}
