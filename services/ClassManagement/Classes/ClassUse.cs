using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class ClassUse
{
    internal static async Task RefuseIfOpenAsync(ClassManagementDbContext db, Guid classId, CancellationToken cancellationToken)
    {
        if (await db.AssociationSets.AnyAsync(set => set.ClassId == classId && set.State == SetState.Open, cancellationToken))
        {
            throw new ProblemException(Problems.ClassInUse, "Essays of this class still wait for their authors.");
        }
    }
}
