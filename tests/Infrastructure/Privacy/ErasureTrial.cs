using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Privacy;

/// <summary>
/// Erases a student who has a row in each place of a service beside another student: nothing of the one is left, every row of the other is as it was, and no
/// statement could have been left out.
/// </summary>
public static class ErasureTrial
{
    /// <param name="service">The service, with rows of both.</param>
    /// <param name="subject">The student.</param>
    /// <param name="other">By which the engine's tables know the other one.</param>
    /// <param name="names">What only the student has: file names, and words of texts.</param>
    /// <returns>What the service said.</returns>
    public static async Task<PersonalDataErased> RunAsync(
        ServiceUnderTest service,
        DataSubject subject,
        Guid other,
        params IReadOnlyList<string> names
    )
    {
        await EngineRows.InsertAsync(service.Db, subject.Essays[0].EssayId.ToString().ToUpperInvariant());
        await EngineRows.InsertAsync(service.Db, other.ToString());
        (await ErasureStatements.UnmissedAsync(service.Services, subject)).ShouldBeEmpty("statements that nobody would miss");
        var before = await TableSnapshot.TakeAsync(service.Db);
        foreach (var name in names)
        {
            before.TablesWith(name).ShouldNotBeEmpty(name);
        }

        var erased = await service.EraseAsync(subject);

        (erased.Outcome, erased.Blockers.Count).ShouldBe((ErasureOutcome.Erased, 0));
        erased.Remaining.ShouldBeEmpty();
        var after = await TableSnapshot.TakeAsync(service.Db);
        foreach (var name in names)
        {
            after.TablesWith(name).ShouldBeEmpty(name);
        }
        string[] marks = [.. MarksOf(subject), .. names];
        before
            .ChangedIn(after)
            .Where(changed => !marks.Any(mark => TableSnapshot.Holds(changed.Row, mark)))
            .ShouldBeEmpty("rows of others that have changed");
        var proof = await service.CollectAsync(subject, CollectionPurpose.ErasureProof);
        (proof.Outcome, proof.Counts.Count).ShouldBe((CollectionOutcome.Nothing, 0));
        (await service.CollectAsync(subject, CollectionPurpose.Access)).Outcome.ShouldBe(CollectionOutcome.Nothing);
        (await service.EraseAsync(subject)).Outcome.ShouldBe(ErasureOutcome.Nothing);
        return erased;
    }

    static IEnumerable<string> MarksOf(DataSubject subject) =>
        subject
            .StudentIds.Concat(subject.Essays.Select(essay => essay.EssayId))
            .Concat(subject.Essays.Select(essay => essay.FileUploadId).OfType<Guid>())
            .Select(id => id.ToString())
            .Concat(subject.Essays.Select(essay => essay.TextStorageId).OfType<string>());
}
