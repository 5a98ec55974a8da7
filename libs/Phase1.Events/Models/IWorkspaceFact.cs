namespace Phase1.Events;

/// <summary>A fact about a workspace: a school, or a private teacher, whose money and rules it is about.</summary>
public interface IWorkspaceFact : IFact
{
    /// <summary>The workspace; also the key of the record.</summary>
    string WorkspaceId { get; }

    string IFact.PartitionKey => WorkspaceId;
}
