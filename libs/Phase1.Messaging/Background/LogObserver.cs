using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Background;

/// <summary>
/// Reads the log beside the service's consumers, in a consumer group of its own: they neither wait for it nor feel it. It takes any record that the
/// contract allows, whether or not somebody consumes it, and what it read before a crash comes again.
/// </summary>
/// <param name="services">The service's container.</param>
/// <param name="name">The last part of the group's name, behind that of the service.</param>
/// <param name="topics">What it reads, by the names of the catalogue.</param>
public abstract class LogObserver(IServiceProvider services, string name, IReadOnlyList<string> topics) : BackgroundWork(services)
{
    readonly ILog _log = services.GetRequiredService<ILog>();
    readonly LogHealth _health = services.GetRequiredService<LogHealth>();
    readonly MessagingOptions _options = services.GetRequiredService<MessagingOptions>();
    readonly OwnOffsets _offsets = new(
        $"{services.GetRequiredService<MessagingOptions>().ServiceName}.{name}",
        services.GetRequiredService<NpgsqlDataSource>(),
        services.GetRequiredService<ILogger<OwnOffsets>>()
    );
    ILogConsumer? _consumer;

    /// <summary>The consumer group, by its full name.</summary>
    public string Group => $"{_options.TopicPrefix}{_options.ServiceName}.{name}";

    /// <summary>What it reads, by the names of the catalogue.</summary>
    public IReadOnlyList<string> TopicNames => topics;

    /// <summary>Whether the latest poll was full, so that more is to be read at once.</summary>
    protected bool HasMore { get; private set; }

    /// <summary>Does what is to be done for some records, once for each poll that brought any.</summary>
    /// <param name="records">The records, in the order of each partition.</param>
    /// <param name="note">Notes them as read; to be executed in the transaction of what is done.</param>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task ApplyAsync(IReadOnlyList<LogRecord> records, NpgsqlBatchCommand note, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            if (_consumer is not null)
            {
                await _consumer.DisposeAsync();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        _consumer ??= _log.Join(Group, [.. topics.Select(topic => _options.TopicPrefix + topic)]);
        var poll = await _consumer.PollAsync(_options.PollSize, _options.PollWait, cancellationToken);
        if (await _offsets.SetBackAsync(_consumer, poll, cancellationToken))
        {
            return;
        }
        _health.Tell(Group, poll);
        HasMore = poll.Records.Count == _options.PollSize;
        if (poll.Records.Count > 0)
        {
            await ApplyAsync(poll.Records, _offsets.ToNote(poll.Records), cancellationToken);
        }
        if (poll.Moves)
        {
            await _consumer.CommitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (_consumer is not null)
        {
            await _consumer.ResetAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads something out of a record; the default for one that breaks the contract, which is no fact.</summary>
    /// <param name="record">The record.</param>
    /// <param name="read">Given the topic by its name in the catalogue, and the header.</param>
    /// <typeparam name="T">What is read.</typeparam>
    protected T? Read<T>(LogRecord record, Func<string, EventEnvelope, T?> read)
    {
        try
        {
            var topic = record.Topic[_options.TopicPrefix.Length..];
            var header = EnvelopeSerializer.ReadHeader(record.Body.Span);
            return Topics.MayProduce(topic, header.SourceService) ? read(topic, header) : default;
        }
        catch (ContractViolationException)
        {
            // Whoever consumes the record dead-letters it.
            return default;
        }
    }
}
