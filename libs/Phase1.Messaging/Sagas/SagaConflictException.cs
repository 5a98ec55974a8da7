namespace Phase1.Messaging.Sagas;

/// <summary>Another transaction changed a saga between read and write; the poll is repeated on what is true now.</summary>
sealed class SagaConflictException(string table) : InfrastructureException($"A saga of {table} was changed by another transaction.");
