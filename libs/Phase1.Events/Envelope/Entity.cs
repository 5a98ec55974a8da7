namespace Phase1.Events;

/// <summary>What a fact is about, as its payload says in entity_type and entity_id.</summary>
readonly record struct Entity(string Type, string Id)
{
    public static Entity Of(IFact fact) =>
        fact switch
        {
            StudentCreated student => new Entity("student", student.StudentId.ToString()),
            StudentUpdated student => new Entity("student", student.StudentId.ToString()),
            ClassCreated or ClassUpdated => new Entity("class", fact.PartitionKey),
            TeacherNotificationRequested { BatchId: null, ClassId: null } => new Entity("teacher", fact.PartitionKey),
            TeacherNotificationRequested { BatchId: null } => new Entity("class", fact.PartitionKey),
            TicketOpened or TicketClosed or TicketDeadlineApproaching or TicketDecisionMade => new Entity("ticket", fact.PartitionKey),
            PersonalDataCollectionRequested or PersonalDataCollected => new Entity("ticket", fact.PartitionKey),
            PersonalDataErasureRequested or PersonalDataErased => new Entity("ticket", fact.PartitionKey),
            IWorkspaceFact => new Entity("workspace", fact.PartitionKey),
            LlmProviderHealthChanged => new Entity("provider", fact.PartitionKey),
            _ => new Entity("batch", fact.PartitionKey),
        };
}
