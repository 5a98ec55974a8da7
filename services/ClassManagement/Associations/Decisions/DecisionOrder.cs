namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>What the teacher wants for one essay.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="Action">What is to become of it.</param>
/// <param name="StudentId">The chosen student, or, for <see cref="DecisionAction.Unknown"/>, the class's placeholder.</param>
/// <param name="AssociationVersion">The version the teacher saw; null = whatever it is now.</param>
sealed record DecisionOrder(Guid EssayId, DecisionAction Action, Guid? StudentId = null, int? AssociationVersion = null);
