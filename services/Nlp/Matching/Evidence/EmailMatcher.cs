using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>What one address says about one student.</summary>
readonly record struct EmailClaim(RosterEntry Student, Evidence Evidence, FoundEmail Email);

/// <summary>Compares an address with those of the class: exactly, else by likeness.</summary>
sealed class EmailMatcher(MatchingThresholds thresholds)
{
    const int NearestAddresses = 3;

    public List<EmailClaim> Match(FoundEmail email, Roster roster)
    {
        var exact = roster.WithAddress(email.Address);
        if (exact.Count > 0)
        {
            var evidence = new Evidence(EvidenceKind.EmailExact, thresholds.Confidences.EmailExact, MayConfirm: true);
            return [.. exact.Select(student => new EmailClaim(student, evidence, email))];
        }

        // A code that is off by one character is somebody else's.
        return email.Address.IsAccountCode ? [] : [.. Nearest(email, roster)];
    }

    IEnumerable<EmailClaim> Nearest(FoundEmail email, Roster roster)
    {
        LcsPattern? pattern = null;
        List<(decimal Ratio, RosterEntry Student)> near = [];
        var (address, least) = (email.Address, thresholds.EmailFuzzyRatio);
        foreach (var student in roster.Entries)
        {
            if (student.Address is not { IsAccountCode: false } theirs || !address.MayReach(least, theirs))
            {
                continue;
            }

            pattern ??= new LcsPattern(address.Text);
            var ratio = Similarity.Between(pattern, theirs.CodePoints).Value;
            if (ratio >= least)
            {
                near.Add((ratio, student));
            }
        }

        return near.OrderByDescending(candidate => candidate.Ratio)
            .ThenBy(candidate => candidate.Student.Index)
            .Take(NearestAddresses)
            .Select(candidate => new EmailClaim(candidate.Student, Fuzzy(candidate.Ratio, address, candidate.Student.Address!), email));
    }

    Evidence Fuzzy(decimal ratio, EmailAddress found, EmailAddress theirs)
    {
        var digitsDiffer = found.Digits != theirs.Digits;
        return new Evidence(
            EvidenceKind.EmailFuzzy,
            Evidence.Round(thresholds.Confidences.EmailFuzzy * ratio),
            MayConfirm: !digitsDiffer,
            digitsDiffer ? Doubts.DigitsDiffer : Doubts.None
        );
    }
}
