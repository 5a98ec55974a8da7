namespace Phase1.Events;

/// <summary>What a fact is about, as its payload says in entity_type and entity_id.</summary>
readonly record struct Entity(string Type, string Id)
{
    /// <summary>What a fact is about.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="key">Its partition key.</param>
    public static Entity Of(IFact fact, string key) =>
        fact switch
        {
            StudentCreated student => new Entity("student", student.StudentId.ToString()),
            StudentUpdated student => new Entity("student", student.StudentId.ToString()),
            ClassCreated or ClassUpdated => new Entity("class", key),
            TeacherNotificationRequested { BatchId: null, ClassId: null } => new Entity("teacher", key),
            TeacherNotificationRequested { BatchId: null } => new Entity("class", key),
            TicketOpened or TicketClosed or TicketDeadlineApproaching or TicketDecisionMade => new Entity("ticket", key),
            PersonalDataCollectionRequested or PersonalDataCollected => new Entity("ticket", key),
            PersonalDataErasureRequested or PersonalDataErased => new Entity("ticket", key),
            IWorkspaceFact => new Entity("workspace", key),
            LlmProviderHealthChanged => new Entity("provider", key),
            _ => new Entity("batch", key),
        };
}
