using Phase1.BatchOrchestrator.Pipelines;
using Phase1.ClassManagement.Associations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging.Storage;

namespace Phase1.Unit.Tests.Verification.Discovery;

/// <summary>What no container shows.</summary>
static class Declared
{
    /// <summary>Enumerations with a law of their own, by the service that keeps it.</summary>
    internal static IReadOnlyList<(string Service, Type Machine)> Machines { get; } =
    [
        ("bos", typeof(RunState)),
        ("els", typeof(EssayStatus)),
        ("nlp", typeof(Phase1.Nlp.Runs.RunState)),
        ("cms", typeof(SetState)),
        ("files", typeof(UploadState)),
        ("tickets", typeof(TicketStatus)),
        ("feedback", typeof(Phase1.Feedback.Runs.RunState)),
        ("engine", typeof(DeadLetterState)),
    ];

    /// <summary>What is needed and no part of the suite, with the files that speak to it.</summary>
    internal static IReadOnlyDictionary<string, string[]> Outside { get; } =
        new Dictionary<string, string[]>
        {
            ["engine.outside.PostgreSQL"] = ["DataSources.cs"],
            ["engine.outside.Kafka"] = ["KafkaLogConsumer.cs", "KafkaPublisher.cs", "KafkaReader.cs"],
            ["host.outside.DemoClock"] = ["ClockFile.cs"],
            ["host.outside.OTLP"] = [],
            ["cms.outside.Redis"] = ["WakeUps.cs"],
            ["files.outside.Disk"] = ["NamelessFile.cs"],
            ["files.outside.Pdftotext"] = ["Converter.cs"],
            ["gateway.outside.Disk"] = ["Spool.cs"],
            ["gateway.outside.Providers"] = ["ProviderClients.cs"],
            ["portal.outside.OIDC"] = [],
        };
}
