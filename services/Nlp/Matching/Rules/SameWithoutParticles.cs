using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_particle: the same name but for "af", "von", "de" and their like.</summary>
sealed class SameWithoutParticles : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds) =>
        Tokens.AreEqual(pair.Core, pair.Student.Called.Core) || Tokens.AreEqual(pair.Core, pair.Student.Legal.Core)
            ? new Evidence(EvidenceKind.NameParticle, thresholds.Confidences.NameParticle, MayConfirm: true)
            : null;
}
