using System.Collections.Frozen;

namespace Phase1.Events;

sealed record FactTopic(string Name, Type Type);

static class FactTopics
{
    public static IReadOnlyList<FactTopic> All { get; } =
    [
        new(Topics.BatchEssaysRegistered, typeof(BatchEssaysRegistered)),
        new(Topics.EssayContentProvisioned, typeof(EssayContentProvisioned)),
        new(Topics.EssayValidationFailed, typeof(EssayValidationFailed)),
        new(Topics.EssaySlotAssigned, typeof(EssaySlotAssigned)),
        new(Topics.ExcessContentProvisioned, typeof(ExcessContentProvisioned)),
        new(Topics.BatchContentProvisioningCompleted, typeof(BatchContentProvisioningCompleted)),
        new(Topics.BatchValidationErrors, typeof(BatchValidationErrors)),
        new(Topics.InitiateStudentMatching, typeof(InitiateStudentMatching)),
        new(Topics.BatchStudentMatchingRequested, typeof(BatchStudentMatchingRequested)),
        new(Topics.BatchAuthorMatchesSuggested, typeof(BatchAuthorMatchesSuggested)),
        new(Topics.StudentAssociationsConfirmed, typeof(StudentAssociationsConfirmed)),
        new(Topics.BatchEssaysReady, typeof(BatchEssaysReady)),
        new(Topics.RequestPipeline, typeof(RequestPipeline)),
        new(Topics.PipelineDenied, typeof(PipelineDenied)),
        new(Topics.InitiateSpellcheck, typeof(InitiatePhase)),
        new(Topics.InitiateNlp, typeof(InitiatePhase)),
        new(Topics.InitiateCjAssessment, typeof(InitiatePhase)),
        new(Topics.InitiateAiFeedback, typeof(InitiatePhase)),
        new(Topics.TeacherNotificationRequested, typeof(TeacherNotificationRequested)),
        new(Topics.ClassCreated, typeof(ClassCreated)),
        new(Topics.ClassUpdated, typeof(ClassUpdated)),
        new(Topics.StudentCreated, typeof(StudentCreated)),
        new(Topics.StudentUpdated, typeof(StudentUpdated)),
        new(Topics.BatchFileAdded, typeof(BatchFileAdded)),
        new(Topics.ValidationTimeoutProcessed, typeof(ValidationTimeoutProcessed)),
        new(Topics.EssayStudentAssociationUpdated, typeof(EssayStudentAssociationUpdated)),
        new(Topics.BatchPhaseCompleted, typeof(BatchPhaseCompleted)),
        new(Topics.BatchPipelineCompleted, typeof(BatchPipelineCompleted)),
        new(Topics.BatchStatusChanged, typeof(BatchStatusChanged)),
    ];

    static readonly FrozenDictionary<string, FactTopic> ByName = All.ToFrozenDictionary(topic => topic.Name);
    static readonly FrozenDictionary<Type, FactTopic> ByType = All.GroupBy(topic => topic.Type)
        .Where(topics => topics.Count() == 1)
        .ToFrozenDictionary(topics => topics.Key, topics => topics.Single());

    public static FactTopic? Find(string name) => ByName.GetValueOrDefault(name);

    public static FactTopic Only(Type type) =>
        ByType.GetValueOrDefault(type) ?? throw new ArgumentException($"{type.Name} has not exactly one topic.", nameof(type));
}
