using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class LeanAssociations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_classes_course_code",
                table: "classes");

            migrationBuilder.DropIndex(
                name: "ix_associations_batch_id_validation_status",
                table: "associations");

            migrationBuilder.DropIndex(
                name: "ix_associations_decided_student_id",
                table: "associations");

            migrationBuilder.DropIndex(
                name: "ix_associations_suggested_student_id",
                table: "associations");

            migrationBuilder.AlterTable(
                name: "associations")
                .Annotation("Npgsql:StorageParameter:fillfactor", 60);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "associations")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 60);

            migrationBuilder.CreateIndex(
                name: "ix_classes_course_code",
                table: "classes",
                column: "course_code");

            migrationBuilder.CreateIndex(
                name: "ix_associations_batch_id_validation_status",
                table: "associations",
                columns: new[] { "batch_id", "validation_status" });

            migrationBuilder.CreateIndex(
                name: "ix_associations_decided_student_id",
                table: "associations",
                column: "decided_student_id");

            migrationBuilder.CreateIndex(
                name: "ix_associations_suggested_student_id",
                table: "associations",
                column: "suggested_student_id");
        }
    }
}
