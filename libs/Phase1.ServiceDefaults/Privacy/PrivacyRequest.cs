using Microsoft.EntityFrameworkCore;

namespace Phase1.ServiceDefaults;

/// <summary>A question or order about one student. Its record is taken in at once; the work is done beside it.</summary>
sealed class PrivacyRequest
{
    /// <summary>How long a request can be answered and its contents fetched; then the row goes, and with it the ids that it names.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Id of the request; answers repeat it.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What is asked.</summary>
    public required PrivacyPurpose Purpose { get; init; }

    /// <summary>The ticket that asked.</summary>
    public required string TicketId { get; init; }

    /// <summary>Whom it is about.</summary>
    public required DataSubject Subject { get; init; }

    /// <summary>Whether the answer is recorded.</summary>
    public required PrivacyRequestState State { get; init; }

    /// <summary>The chain of the record that asked.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>The record that asked.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the answer was recorded.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it goes.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How far a request has come.</summary>
enum PrivacyRequestState
{
    /// <summary>Not answered yet.</summary>
    Pending,

    /// <summary>The answer is recorded.</summary>
    Answered,
}

/// <summary>Maps the table of requests into a service's DbContext.</summary>
public static class PrivacyModel
{
    /// <summary>Adds privacy_requests to the model.</summary>
    /// <param name="model">The model of the service's DbContext.</param>
    public static ModelBuilder AddPrivacyRequests(this ModelBuilder model)
    {
        model.Entity<PrivacyRequest>(request =>
        {
            request.ToTable("privacy_requests").HasKey(r => r.RequestId);
            request.Property(r => r.RequestId).ValueGeneratedNever();
            request.Property(r => r.TicketId).HasMaxLength(64);
            request.Property(r => r.Subject).IsJson();
            request.HasIndex(r => r.ReceivedAt).HasFilter("state = 'pending'");
            request.HasIndex(r => r.ExpiresAt);
        });
        return model;
    }
}
