using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>An open call. The row exists exactly as long as the call is open, whether it touches meters or not.</summary>
sealed class Reservation : CallFacts
{
    public Reservation() { }

    [SetsRequiredMembers]
    internal Reservation(CallFacts call, string modelId, UpperBound bound)
        : base(call) => (ModelId, EstInput, MaxOutput) = (modelId, bound.EstimatedInput, bound.MaxOutput);

    public required string ModelId { get; init; }

    /// <summary>The admission: periods and prices are those of this moment.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
    public long EstInput { get; init; }
    public long MaxOutput { get; init; }
}

/// <summary>What an open call holds of a meter.</summary>
sealed class ReservationMeter
{
    public Guid RequestId { get; init; }
    public Guid PeriodId { get; init; }
    public decimal Amount { get; init; }
}

sealed class ReservationTable : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations");
        CallFacts.Configure(reservation);
        reservation.Property(r => r.ModelId).HasMaxLength(100);
        reservation.HasIndex(r => r.ExpiresAt);
    }
}

sealed class ReservationMeterTable : IEntityTypeConfiguration<ReservationMeter>
{
    public void Configure(EntityTypeBuilder<ReservationMeter> meter)
    {
        meter.ToTable("reservation_meters").HasKey(m => new { m.RequestId, m.PeriodId });
        meter.Property(m => m.Amount).HasPrecision(20, 10);
        meter.HasOne<Reservation>().WithMany().HasForeignKey(m => m.RequestId);
        meter.HasOne<BudgetPeriod>().WithMany().HasForeignKey(m => m.PeriodId).OnDelete(DeleteBehavior.Restrict);
    }
}
