using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>Everything known about one essay when it is decided: candidates in order, and who each name and address points to.</summary>
sealed class EssayCase
{
    readonly Dictionary<RosterEntry, Candidate> _byStudent = [];
    readonly List<IReadOnlyList<RosterEntry>> _strongNames = [];
    readonly List<IReadOnlyList<RosterEntry>> _addressees = [];
    readonly List<IReadOnlyList<RosterEntry>> _inFileName = [];

    public EssayCase(MatchingThresholds thresholds)
    {
        Thresholds = thresholds;
    }

    public MatchingThresholds Thresholds { get; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public Candidate First => Candidates[0];

    public bool HasSeveralAuthors { get; set; }

    /// <summary>The best students of every name that makes a strong claim.</summary>
    public IReadOnlyList<IReadOnlyList<RosterEntry>> StrongNames => _strongNames;

    /// <summary>The best students of every address that points to anybody.</summary>
    public IReadOnlyList<IReadOnlyList<RosterEntry>> Addressees => _addressees;

    /// <summary>The students of every name in the file name.</summary>
    public IReadOnlyList<IReadOnlyList<RosterEntry>> InFileName => _inFileName;

    /// <param name="claims">What the name says about students.</param>
    /// <param name="byModel">Whether a language model has read it.</param>
    public void AddName(List<NameClaim> claims, bool byModel = false)
    {
        var best = 0m;
        foreach (var claim in claims)
        {
            Of(claim.Student).AddName(claim.Evidence, byModel);
            best = Math.Max(best, claim.Evidence.Confidence);
        }

        if (best >= Thresholds.Confidences.StrongClaim)
        {
            _strongNames.Add([.. claims.Where(claim => claim.Evidence.Confidence == best).Select(claim => claim.Student)]);
        }
    }

    public void AddEmail(List<EmailClaim> claims)
    {
        foreach (var claim in claims)
        {
            var candidate = Of(claim.Student);
            // Of an address that need not be the writer's a name has no need.
            if (claim.Email.IsOwn || candidate.NameConfidence < Thresholds.Confidences.StrongClaim)
            {
                candidate.AddEmail(claim.Evidence, inBody: !claim.Email.MayConfirm);
            }
        }

        if (claims.Count > 0)
        {
            var best = claims.Max(claim => claim.Evidence.Confidence);
            _addressees.Add([.. claims.Where(claim => claim.Evidence.Confidence == best).Select(claim => claim.Student)]);
        }
    }

    public void AddFileName(List<NameClaim> claims)
    {
        claims.ForEach(claim => Of(claim.Student).AddFileName(claim.Evidence));
        _inFileName.Add([.. claims.Select(claim => claim.Student)]);
    }

    public void Rank()
    {
        List<Candidate> ranked = [.. _byStudent.Values];
        ranked.ForEach(candidate => candidate.Score(Thresholds.Confidences));
        ranked.Sort(Candidate.Compare);
        Candidates = ranked;
    }

    public decimal NameConfidenceOf(RosterEntry student) =>
        _byStudent.TryGetValue(student, out var candidate) ? candidate.NameConfidence : 0;

    Candidate Of(RosterEntry student)
    {
        if (!_byStudent.TryGetValue(student, out var candidate))
        {
            _byStudent[student] = candidate = new Candidate(student);
        }

        return candidate;
    }
}
