namespace Phase1.Messaging;

/// <summary>Retention that takes more than deleting rows by their age. Registered as scoped; each slice has a scope and a transaction of its own.</summary>
public interface IRetentionStep
{
    /// <summary>Does a part of what is due, and says whether there may be more.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<bool> RunSliceAsync(CancellationToken cancellationToken);
}
