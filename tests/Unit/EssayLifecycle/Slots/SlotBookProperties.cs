using FsCheck;
using FsCheck.Fluent;
using Phase1.EssayLifecycle.Slots;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.EssayLifecycle.Slots;

public sealed class SlotBookProperties
{
    [Fact]
    public void Whatever_arrives_each_file_takes_at_most_one_slot_and_the_counts_are_those_of_the_slots()
    {
        var deliveries = Gen.Choose(1, 12).Select(file => (File: file, Fails: file % 4 == 0)).ListOf();
        var runs = from expected in Gen.Choose(1, 8) from files in deliveries select (expected, files);

        Prop.ForAll(
                runs.ToArbitrary(),
                run =>
                {
                    var batch = new BatchFacts(run.expected);
                    var book = SlotBookOf.Registered(batch);
                    var taken = new List<int>();
                    foreach (var (file, fails) in run.files)
                    {
                        if (
                            (fails ? book.Fail(batch.Failed(file), BatchFacts.Now) : book.Assign(batch.Content(file), BatchFacts.Now))
                            is SlotDecision.Taken
                        )
                        {
                            taken.Add(file);
                        }
                    }
                    return taken.Distinct().Count() == taken.Count
                        && taken.SequenceEqual(run.files.Select(delivery => delivery.File).Distinct().Take(run.expected))
                        && book.Tracker.AssignedCount == book.Texts.Count()
                        && book.Tracker.FailedCount == book.Essays.Count(essay => essay.Status is EssayStatus.ContentIngestionFailed)
                        && book.Tracker.IsFull == !book.Essays.Any(essay => essay.IsFree);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
