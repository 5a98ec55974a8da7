using System.Collections.Frozen;
using MassTransit;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>The sagas of a service, and which message types address them.</summary>
sealed class SagaCatalogue
{
    readonly FrozenDictionary<Type, ISagaKind[]> _byMessage;

    public SagaCatalogue(IEnumerable<SagaRegistration> registrations, IModel model)
    {
        Kinds = [.. registrations.Select(registration => registration.ToKind(model))];
        _byMessage = Kinds
            .SelectMany(kind => kind.Messages.Select(message => (message, kind)))
            .GroupBy(pair => pair.message, pair => pair.kind)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public IReadOnlyList<ISagaKind> Kinds { get; }

    public ReadOnlySpan<ISagaKind> AddressedBy(Type message) => _byMessage.GetValueOrDefault(message);
}

/// <summary>One saga type of a service.</summary>
interface ISagaKind
{
    IReadOnlyCollection<Type> Messages { get; }

    ISagaSession Open(NpgsqlConnection connection);
}

/// <summary>What a service said about a saga when it was registered.</summary>
/// <param name="Messages">The message types that its machine has events for.</param>
/// <param name="ToKind">Reads the mapping.</param>
sealed record SagaRegistration(IReadOnlyCollection<Type> Messages, Func<IModel, ISagaKind> ToKind)
{
    public static SagaRegistration Of<TSaga>(IReadOnlyCollection<Type> messages)
        where TSaga : class, ISaga, ISagaVersion => new(messages, model => new SagaKind<TSaga>(messages, new SagaTable<TSaga>(model)));
}

sealed class SagaKind<TSaga>(IReadOnlyCollection<Type> messages, SagaTable<TSaga> table) : ISagaKind
    where TSaga : class, ISaga, ISagaVersion
{
    public IReadOnlyCollection<Type> Messages => messages;

    public ISagaSession Open(NpgsqlConnection connection) => new SagaSession<TSaga>(table, connection);
}
