using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Phase1.Servers.Processes;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>Debian's kcat: a producer and a consumer that know nothing of this product but its wire contract.</summary>
public sealed class Kcat(KafkaNamespace kafka)
{
    const string Binary = "kcat";

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Missing =>
        KafkaBroker.Missing ?? (Programs.Find(Binary) is null ? "No kcat: Debian's package kcat is not installed." : null);

    /// <summary>Sends a record under a key.</summary>
    public Task ProduceAsync(string topic, string key, JsonNode record) => ProduceAsync(topic, key, [record]);

    /// <summary>Sends records under one key, in order.</summary>
    public async Task ProduceAsync(string topic, string key, IEnumerable<JsonNode> records) =>
        await ProduceAsync(topic, string.Join('\n', records.Select(record => record.ToJsonString())), "-k", key);

    /// <summary>Sends a record for every line.</summary>
    public Task ProduceAsync(string topic, string lines, params string[] options) =>
        ProduceAsync(topic, Encoding.UTF8.GetBytes(lines), options);

    /// <summary>Sends a record for every line of bytes.</summary>
    public async Task ProduceAsync(string topic, byte[] lines, params string[] options)
    {
        var (exitCode, _, errors) = await TryProduceAsync(topic, lines, options);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"kcat ended with {exitCode}: {errors}");
        }
    }

    /// <summary>Sends one record that the brokers may refuse; as a file, since kcat takes long to find where a long line ends.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> TryProduceFileAsync(
        string topic,
        byte[] record,
        params string[] options
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, record);
            return await TryProduceAsync(topic, [], [.. options, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    Task<(int ExitCode, string Output, string Errors)> TryProduceAsync(string topic, byte[] lines, params string[] options) =>
        // The partitioner of Kafka's own clients: what has one key lies in one partition, whoever sent it.
        RunAsync(["-P", "-t", kafka.Prefix + topic, "-X", "topic.partitioner=murmur2_random", .. options], lines);

    /// <summary>All records of a topic that have this key, in order, with their partition.</summary>
    public async Task<IReadOnlyList<(int Partition, JsonNode Record)>> ReadAsync(string topic, string key)
    {
        var (exitCode, output, errors) = await RunAsync(
            ["-C", "-t", kafka.Prefix + topic, "-o", "beginning", "-e", "-q", "-X", "fetch.wait.max.ms=10", "-f", @"%p\t%k\t%s\n"],
            []
        );
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"kcat ended with {exitCode}: {errors}");
        }
        return
        [
            .. output
                .Split('\n')
                .Select(line => line.Split('\t', 3))
                .Where(parts => parts.Length == 3 && parts[1] == key)
                .Select(parts => (int.Parse(parts[0]), JsonNode.Parse(parts[2])!)),
        ];
    }

    async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(Programs.Find(Binary)!, ["-b", kafka.BootstrapServers, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("kcat did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
